-- How far the cutting of a dataset by a division has come. Written together with the pieces, so that a cut that died is
-- known to be unfinished and goes on where it stopped, and two that cut the same never make a piece twice.
create table grunnriss.cut (
  dataset_id bigint not null references grunnriss.dataset,
  division   integer not null,
  last_fid   bigint not null default 0,       -- features up to this number are cut
  done       boolean not null default false,  -- all are; also of a dataset that has nothing to cut
  primary key (dataset_id, division)
);

-- What readers see was cut before it was published. Other pieces are of no known state: they are made again when needed.
insert into grunnriss.cut (dataset_id, division, done)
select id, (select coalesce(max(number), 0) from grunnriss.current_edition where layer = 'municipality'), true
from grunnriss.current_dataset;

delete from grunnriss.piece p
where not exists (select from grunnriss.cut c where c.dataset_id = p.dataset_id and c.division = p.division);
