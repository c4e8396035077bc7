-- Runs whose results are gone: the same request is worked out anew. :runs ids
delete from grunnriss.run where id = any (:runs::bigint[]) and state = 'done'
