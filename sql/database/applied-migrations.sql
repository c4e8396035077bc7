-- Numbers of the migrations that this database has.
select number from grunnriss.migration order by number
