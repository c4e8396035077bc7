-- The pieces of every division before :division, once nothing says that they are there. Where a cut has begun anew
-- since its rows were forgotten, they are.
delete from grunnriss.piece p
where p.division < :division::integer
  and not exists (select from grunnriss.cut c where c.dataset_id = p.dataset_id and c.division = p.division)
