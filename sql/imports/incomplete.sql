-- Loads that did not finish: of this part at once (a newer load takes over), of others when they have been silent.
select id, layer from grunnriss.dataset
where not complete
  and ((layer = :layer and part = :part) or imported_at < now() - make_interval(secs => :silent_seconds))
order by id
for update
