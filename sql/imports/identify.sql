-- Give the ids of a batch that are new in their layer and part a number; the others keep theirs.
insert into grunnriss.identity (layer, part, source_id, stable)
select :layer, :part, w.source_id, w.stable
from (
  select source_id, bool_and(stable) as stable, min(turn) as turn
  from unnest(:source_ids::text[], :stable::boolean[]) with ordinality as g(source_id, stable, turn)
  group by source_id
) w
-- Looked up one by one: an anti-join would be planned for the few rows that a prepared statement expects.
where (
  select i.fid from grunnriss.identity i where i.layer = :layer and i.part = :part and i.source_id = w.source_id
) is null
order by w.turn
on conflict (layer, part, source_id) do nothing -- another load gave it one meanwhile
