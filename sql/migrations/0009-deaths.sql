-- How many workers fell silent over a job: one that takes them down with it is given up. A worker that was told to stop
-- gives its job back, and is not counted.
alter table grunnriss.run add column deaths integer not null default 0;
