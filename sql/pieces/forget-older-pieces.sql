-- The pieces of every division before :division, once nothing says that they are there.
delete from grunnriss.piece where division < :division::integer
