-- A settled finding is known again by its ground, not by a fingerprint of it: drawn or cut anew, the same land has other
-- corners. What was settled before has no ground and holds for nothing any more; it is still told that it was settled.
alter table grunnriss.settled
  add column ground geometry,              -- the finding's land, analysis CRS
  add column purpose text,                 -- of the zone: object type and code; null of a resource
  add column constraints text[] not null default '{}';  -- what it was about: layer/id
