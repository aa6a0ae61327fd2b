-- grain: one row per execution of a flow; key: run_id. Whoever holds the writer's lock knows that no other run is alive.
update runs set state = 'died' where state = 'running';

insert into runs by name
select
    $run_id as run_id,
    $flow as flow,
    $landing as landing,
    $first_day::date as first_day,
    $last_day::date as last_day,
    $rules as rules_version,
    $model as model_version,
    $code as code_version,
    $now::timestamp as started_at,
    'running' as state;
