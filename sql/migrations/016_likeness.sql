-- grain: event_words, one row per story; key: story_id. Links weigh what two stories share by other measures: the next load reads the
-- words again and links all days anew.
delete from event_words;

delete from event_links;

delete from same_event;
