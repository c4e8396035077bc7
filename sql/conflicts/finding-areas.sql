-- Land that a sweep found in conflict or for review, by rule, municipality and verdict, shared land counted once;
-- ellipsoidal m².
--   :dataset of the sweep   :division that its pieces are cut by
select l.rule, p.municipality, l.verdict, grunnriss.area(grunnriss.united(array_agg(p.geom order by p.fid))) as area_m2
from grunnriss.layer_conflict_in_force l
join grunnriss.piece p on p.dataset_id = l.dataset_id and p.fid = l.fid and p.division = :division::integer
where l.dataset_id = :dataset and l.verdict in ('conflict', 'review')
group by l.rule, p.municipality, l.verdict
order by l.rule, p.municipality, l.verdict
