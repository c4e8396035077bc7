-- Remove the pieces of every division but one.
delete from grunnriss.piece where division <> :division::integer
