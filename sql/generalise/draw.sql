-- Begin a coarser band in one block: what was drawn in the finer one is what is simplified now, each line for itself.
-- That is fast, and nearly always right; lines that cross are found when the faces are built.
with simplified as materialized (
  select id, ST_SimplifyVW(drawn, :tolerance::float8 * :tolerance::float8) as line
  from grunnriss.arc
  where dataset_id = :dataset::bigint and block = :block::integer
), simpler as materialized (
  select id, case when not (ST_IsClosed(line) and ST_NPoints(line) < 4) then line end as line from simplified
), changed as (
  update grunnriss.arc
  set geom = drawn, area = drawn_area, drawn = simpler.line,
    drawn_area = grunnriss.swept_area(
      simpler.line,
      (select ST_Transform(ST_SetSRID(ST_MakePoint(:origin_x, :origin_y), grunnriss.analysis_srid()), 3857))
    )
  from simpler
  where arc.id = simpler.id
  returning 1
)
select count(*) as arcs from changed
