-- Numbers of features of a part that is gone for good.
delete from grunnriss.identity where layer = :layer and part = :part
