"""The words of times and dates in English, German, French, Spanish, Italian, Portuguese, and fewer of others, and their patterns.

The patterns are meant for `re.I`. A named group means the same wherever it stands; `unnamed` gives a pattern without
names, so that it can stand in a larger one twice.
"""

from __future__ import annotations

import re

from tasks.words import lowered

LETTERS = re.compile(r"[^\W\d_]+")  # without the signs for vowels that some scripts set on them


def _table(lines: dict[object, str]) -> dict[str, object]:
    return {lowered(word.replace("_", " ")): value for value, words in lines.items() for word in words.split()}


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _phrases(words: str) -> tuple[str, ...]:
    return tuple(word.replace("_", " ") for word in words.split())


def any_of(words) -> str:
    """A pattern for any of the words, longest first; a space in a word stands for any white space."""
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=len, reverse=True)) + ")"


def as_listed(word: str) -> str:
    """The word as the tables here hold it, of a match in any case: `re.I` takes `İ`, `ı` and `ſ` for `i` and `s`."""
    return " ".join(lowered(word).split())


def unnamed(pattern: str) -> str:
    """The pattern with its named groups made plain."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


MONTHS = _table(
    {
        1: "january jan januar jänner januari janvier janv enero ene gennaio gen janeiro sty stycznia styczeń января янв oca ocak ιανουαρίου ιαν يناير ianuarie ledna січня január tammikuuta januara januára januarja gener जनवरी জানুয়ারি януари",
        2: "february feb februar feber februari février fevrier févr fév febrero febbraio fevereiro fev lut lutego luty февраля фев şub şubat φεβρουαρίου φεβ فبراير februarie února лютого február helmikuuta februara februára februarja febrer pebruari फ़रवरी फरवरी ফেব্রুয়ারি февруари",
        3: "march mar märz maerz mär mrz mars marzo março marco maart mrt marts marca marzec марта мар mart μαρτίου μαρ مارس martie března березня március maaliskuuta març marta मार्च মার্চ март",
        4: "april apr avril avr abril abr aprile kwi kwietnia kwiecień апреля апр nis nisan απριλίου απρ أبريل إبريل aprilie dubna квітня április huhtikuuta apríla aprila अप्रैल এপ্রিল април",
        5: "may mai mayo maggio mag maio mei maj maja мая mayıs μαΐου مايو května травня május toukokuuta mája maig मई",
        6: "june jun juni juin junio giugno giu junho cze czerwca czerwiec июня июн haz haziran ιουνίου ιουν يونيو iunie června червня június kesäkuuta júna junija juna juny जून জুন юни",
        7: "july jul juli juillet juil julio luglio lug julho lip lipca lipiec июля июл temmuz ιουλίου ιουλ يوليو iulie července липня július heinäkuuta júla julija jula juliol जुलाई জুলাই юли",
        8: "august aug août aout agosto ago augustus augusti sierpnia sierpień августа авг ağu ağustos αυγούστου αυγ أغسطس srpna серпня augusztus elokuuta avgust avgusta agost agustus ogos अगस्त আগস্ট",
        9: "september sept sep septembre septiembre setiembre settembre set setembro wrz września wrzesień сентября сен eyl eylül σεπτεμβρίου σεπ سبتمبر septembrie září вересня szeptember syyskuuta septembra setembre सितंबर सितम्बर সেপ্টেম্বর септември",
        10: "october oct oktober okt octobre octubre ottobre ott outubro out paź października październik октября окт eki ekim οκτωβρίου οκτ أكتوبر octombrie října október жовтня október lokakuuta októbra oktobra oktobar अक्टूबर अक्तूबर অক্টোবর октомври",
        11: "november nov novembre noviembre novembro lis listopada listopad ноября ноя kas kasım νοεμβρίου νοε نوفمبر noiembrie listopadu листопада marraskuuta novembra novembar नवंबर नवम्बर নভেম্বর ноември",
        12: "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro gru grudnia grudzień декабря дек aralık δεκεμβρίου δεκ ديسمبر decembrie prosince грудня joulukuuta decembra decembar desember disember desembre दिसंबर दिसम्बर ডিসেম্বর декември",
    }
)
ENGLISH_MONTHS = _words(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sept sep oct nov dec"
)
WEEKDAYS = _words(
    "monday tuesday wednesday thursday friday saturday sunday mon tues tue wed thurs thur thu fri sat sun "
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so "
    "lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim "
    "lunes martes miércoles miercoles jueves viernes sábado sabado domingo mié mie jue vie sáb sab dom "
    "lunedì lunedi martedì martedi mercoledì mercoledi giovedì giovedi venerdì venerdi sabato domenica gio "
    "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira "
    "segunda terça quarta quinta sexta seg ter qua qui sex "
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag måndag tisdag onsdag torsdag fredag lördag söndag "
    "mandag tirsdag lørdag søndag poniedziałek wtorek środa czwartek piątek sobota niedziela "
    "понедельник вторник среда четверг пятница суббота воскресенье среду пятницу субботу pazartesi salı çarşamba perşembe cuma cumartesi pazar "
    "poniedziałku środę sobotę niedzielę δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή "
    "الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد "
    "pondělí úterý středa středu čtvrtek pátek neděle neděli hétfő kedd szerda csütörtök péntek szombat vasárnap "
    "luni marți miercuri joi vineri sâmbătă duminică maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai "
    "понеділок вівторок середа середу четвер п'ятниця п’ятниця субота суботу неділя неділю "
    "senin selasa rabu kamis jumat sabtu minggu ahad सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार "
    "понеделник сряда четвъртък петък събота неделя ponedjeljak utorak srijeda četvrtak petak subota nedjelja ponedeljak sreda nedelja "
    "pondelok utorok streda štvrtok piatok nedeľa ponedeljek torek četrtek dilluns dimarts dimecres dijous divendres dissabte diumenge"
)
UNITS = _table(
    {
        "second": "seconds second secs sec s sekunden sekunde sek secondes seconde segundos segundo secondi secondo seconden sekunder sekund секунд saniye δευτερόλεπτα ثانية ثوان ثوانٍ detik giây सेकंड ثانیه сек секунди sekundi sekúnd",
        "minute": "minutes minute mins min m minuten minutos minuto minuti minuut minuter minutter minut minuty minutę минут минуты минуту dakika dk мин хв λ λεπτά λεπτό دقيقة دقائق دقيقتين minutami хвилин хвилини хвилину minuuttia perce menit minit phút मिनट دقیقه মিনিট минути минута minuta minúty minútami minuts",
        "hour": "hours hour hrs hr h t sa stunden stunde std heures heure horas hora ore ora uur uren timmar timme tim timer godz g godzin godziny godzinę часов часа час saat ч ώρες ώρα ساعة ساعات ساعتين hodinami hod години годину годин год tuntia tunti óra órája oră jam giờ घंटे घंटा घण्टे ساعت ঘণ্টা sata sati hodín urami uro hores",
        "day": "days day d pv dn tagen tage tag jours jour j días día dias dia giorni giorno dagen dag dagar dage dager dni dzień дней дня день gün ημέρες μέρες ημέρα μέρα يوم أيام يوما يومين dny dnem днів дні päivää päivä napja zile zi hari ngày दिन روز দিন ден dana dňom dňami dnevi dnevom dies",
        "week": "hete weeks week wks wk w vk tyg wochen woche semaines semaine semanas semana settimane settimana weken veckor vecka uger uge uker uke tygodnie tydzień недель недели неделю hafta εβδομάδες εβδομάδα أسبوع أسابيع أسبوعين týdny тижні тиждень viikkoa săptămâni minggu pekan tuần सप्ताह हफ़्ते हफ्ते هفته седмица седмици tjedna týždňom týždňami tedni setmanes setmana",
        "month": "hónapja months month mos mo monaten monate monat mois meses mes mês mesi mese maanden maand månader månad måneder måned miesięcy miesiące miesiąc месяцев месяца месяц ay μήνες μήνα شهر أشهر شهرين měsíci місяці місяць kuukautta luni bulan tháng महीने महीना ماه месеца mjeseca mjeseci mesecev mesos",
        "year": "éve years year yrs yr y jahren jahre jahr années année ans an años año anos ano anni anno jaar år lat lata rok лет года год yıl χρόνια χρόνο έτη سنة سنوات سنتين lety роки рік vuotta ani tahun năm साल سال година godine godina rokom rokmi leti anys any",
    }
)
# Pages say "36 hours" and "90 minutes", but no more: a number above these holds digits of something glued before it.
LARGEST = {"second": 99, "minute": 99, "hour": 72, "day": 99, "week": 60, "month": 36, "year": 99}
DAY_WORDS = _table(
    {
        0: "сьогодні astăzi dnes tänään today heute aujourd'hui aujourd’hui hoy oggi hoje vandaag idag i_dag dzisiaj dziś сегодня bugün σήμερα اليوم 今日 今天 오늘 hari_ini hôm_nay आज днес danas danes avui امروز",
        1: "вчора včera tegnap eilen yesterday gestern hier ayer ieri ontem gisteren igår i_går wczoraj вчера dün χθες χτες أمس 昨日 昨天 어제 kemarin hôm_qua jučer juče včeraj ahir دیروز",
        2: "vorgestern avant-hier anteayer l'altro_ieri anteontem eergisteren i_förrgår przedwczoraj позавчера προχθές 一昨日 前天",
    }
)
NOW_WORDS = _phrases(
    "just_now moments_ago a_moment_ago gerade_eben soeben à_l'instant à_l’instant ahora_mismo hace_un_momento "
    "hace_instantes proprio_ora poco_fa agora_mesmo agora_há_pouco zojuist just_nu przed_chwilą только_что şimdi az_önce μόλις_τώρα الآن たった今 刚刚 baru_saja vừa_xong अभी_अभी току-що upravo_sada"
)
VAGUE_WORDS = _table(
    {
        "week": "last_week letzte_woche la_semaine_dernière la_semana_pasada la_settimana_scorsa semana_passada",
        "month": "last_month letzten_monat le_mois_dernier el_mes_pasado il_mese_scorso mês_passado",
        "year": "last_year letztes_jahr l'année_dernière l'an_dernier el_año_pasado l'anno_scorso ano_passado",
    }
)
# Names of icon-font glyphs that stand for a time; their name is all that is left of them in a flattened page.
ICONS = _words(
    "access_time_filled access_time accesstime schedule query_builder watch_later clock time timer timelapse history "
    "update calendar_today calendar_month calendar event_note event today date_range alarm"
)
TWO = frozenset("دقيقتين ساعتين يومين أسبوعين شهرين سنتين".split())  # units that say by themselves that they are two
# Chinese, Japanese and Korean write number, unit and `before` without a space.
GLUED_UNITS = _table(
    {
        "second": "秒 초",
        "minute": "分 分钟 分鐘 分間 분",
        "hour": "時間 小时 小時 시간",
        "day": "日 天 일",
        "week": "週間 周 週 주",
        "month": "か月 ヶ月 カ月 个月 個月 개월",
        "year": "年 년",
    }
)
AGO = _words("前 以前 之前 전")
AGO_GLUED = frozenset(unit + ago for unit in GLUED_UNITS for ago in AGO)
ZONES = _table(
    {
        0: "z utc gmt wet",
        1: "bst cet mez west",
        2: "cest mesz eet sast cat",
        3: "eest msk trt eat",
        5.5: "ist",
        8: "hkt sgt awst pht",
        9: "jst kst",
        9.5: "acst",
        10: "aest",
        11: "aedt",
        12: "nzst",
        13: "nzdt",
        -3: "brt art",
        -4: "edt ast",
        -5: "est cdt",
        -6: "cst mdt",
        -7: "mst pdt",
        -8: "pst",
    }
)
SEASONAL_ZONES = {"et": (-5, -4), "ct": (-6, -5), "mt": (-7, -6), "pt": (-8, -7)}  # hours in winter, in summer

PUBLISHED_LABELS = _phrases(
    "published published_on published_at published_date date_published first_published first_published_on posted "
    "posted_on posted_at date publication_date release_date released released_on created created_on added uploaded "
    "veröffentlicht veröffentlicht_am erschienen erschienen_am erstellt erstellt_am datum vom am "
    "publié publié_le publiée_le paru_le mis_en_ligne_le créé_le le "
    "publicado publicado_el publicada_el fecha fecha_de_publicación creado_el el "
    "pubblicato pubblicato_il pubblicata_il creato_il il "
    "publicado_em publicada_em data data_de_publicação criado_em em "
    "gepubliceerd gepubliceerd_op geplaatst geplaatst_op publicerad publicerad_den publicerat publiceret udgivet publisert "
    "opublikowano data_publikacji data_dodania publikacja опубликовано дата_публикации yayınlanma yayınlanma_tarihi yayın_tarihi"
)
UPDATED_LABELS = _phrases(
    "updated updated_on updated_at last_updated last_updated_on last_update last_modified modified modified_on edited "
    "aktualisiert aktualisiert_am zuletzt_aktualisiert zuletzt_aktualisiert_am geändert_am stand "
    "mis_à_jour mis_à_jour_le mise_à_jour modifié_le actualisé_le "
    "actualizado actualizado_el última_actualización modificado_el "
    "aggiornato aggiornato_il ultimo_aggiornamento modificato_il "
    "atualizado atualizado_em última_atualização modificado_em "
    "bijgewerkt bijgewerkt_op laatst_bijgewerkt laatste_update gewijzigd uppdaterad senast_uppdaterad opdateret oppdatert "
    "sist_oppdatert aktualizacja zaktualizowano обновлено güncelleme güncellenme güncellenme_tarihi"
)

OTHER_LINE_WORDS = _words(
    "a an ago at of the on to by one few several about around over almost nearly am pm p m t de del di du el il le la "
    "las un una une uno um uma fa vor einer einem wenigen einigen etwa rund knapp il y environ quelques hace cerca "
    "unos unas circa há faz atrás uhr hrs hs as às à alle kl den st nd rd th er era now last update gmt utc "
    "view views hits read reads reading min mins k comments comment shares lesezeit lesedauer ca temps lecture lectura "
    "lettura leitura tiempo leestijd lezen läs läsning lästid læs læsetid czytania lukuaika чтения чтение на мин dk okuma aufrufe kommentare vues vistas 年 月 日 時 时 点 點 分 시 분 om op o een en ett et for för geleden sedan siden temu назад önce bir около zpět "
    "egy 火 水 木 金 土 화 수 목 금 토 일 월 星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 周一 周二 周三 周四 周五 周六 周日 "
    "월요일 화요일 수요일 목요일 금요일 토요일 일요일 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 月曜 火曜 水曜 木曜 金曜 土曜 日曜 "
    "klo před acum тому sitten πριν από μία μια έναν ένα منذ قبل yang lalu trước पहले پیش আগে преди prije pre pred tháng năm"
)


ENDING_WORDS = frozenset(
    word.split()[-1]
    for table in (
        MONTHS,
        UNITS,
        DAY_WORDS,
        VAGUE_WORDS,
        NOW_WORDS,
        ZONES,
        SEASONAL_ZONES,
        _words("ago fa atrás uhr am pm geleden sedan siden temu назад önce тому sitten zpět lalu trước पहले پیش আগে"),
        AGO_GLUED,
    )
    for word in table
)

# A time in words cannot do without one of these: of a relative one, and of one that names its day.
RELATIVE_WORDS = frozenset(
    (
        *"ago vor y hace fa há faz atrás geleden sedan siden temu назад önce тому sitten zpět před acum πριν منذ قبل".split(),
        *"lalu trước پیش преди prije pre pred".split(),
        *(LETTERS.findall(word)[-1] for word in ("पहले", "আগে")),
        *"perce órája napja hete hónapja éve".split(),
        *(LETTERS.findall(phrase)[-1] for table in (VAGUE_WORDS, NOW_WORDS) for phrase in table),
    )
)
DAY_NAMES = frozenset(LETTERS.findall(phrase)[-1] for table in (MONTHS, DAY_WORDS) for phrase in table) | {"tháng"}


def line_words() -> frozenset[str]:
    """Every word a line of times is made of, in small letters: a line with any other word is none."""
    tables = (MONTHS, UNITS, DAY_WORDS, VAGUE_WORDS, ZONES, SEASONAL_ZONES, WEEKDAYS, NOW_WORDS, ICONS)
    phrases = [
        *PUBLISHED_LABELS,
        *UPDATED_LABELS,
        *OTHER_LINE_WORDS,
        *AGO_GLUED,
        *AGO,
        *GLUED_UNITS,
        *(phrase for table in tables for phrase in table),
    ]
    return frozenset(word for phrase in phrases for word in LETTERS.findall(lowered(phrase)))
