-- Begin a coarser band in one block: what was drawn in the finer one is what is simplified now, each line for itself.
-- That is fast, and nearly always right; lines that cross are found when the faces are built.
-- Gives back the faces beside the lines that change: all others look as in the finer band.
with simplified as materialized (
  select id, geom is not null as changed_before, drawn, ST_SimplifyVW(drawn, :tolerance::float8 * :tolerance::float8) as line
  from grunnriss.arc
  where dataset_id = :dataset::bigint and block = :block::integer
), simpler as materialized (
  select id, changed_before,
    case when not (ST_IsClosed(line) and ST_NPoints(line) < 4) then line end as line,
    ST_NPoints(line) < ST_NPoints(drawn) or (ST_IsClosed(line) and ST_NPoints(line) < 4) as changes
  from simplified
), changed as (
  update grunnriss.arc
  set geom = case when changes then drawn end,
    area = case when changes then drawn_area end,
    drawn = case when changes then simpler.line else drawn end,
    drawn_area = case
      when not changes then drawn_area
      else grunnriss.swept_area(
        simpler.line,
        (select ST_Transform(ST_SetSRID(ST_MakePoint(:origin_x, :origin_y), grunnriss.analysis_srid()), 3857))
      )
    end
  from simpler
  where arc.id = simpler.id and (changes or changed_before)
  returning left_fid, right_fid, changes
)
select to_jsonb(array(
  select left_fid from changed where changes union select right_fid from changed where changes
)) as faces
