-- Remove a draft; its datasets are left without one, and go after it.
with members as (delete from grunnriss.draft_dataset where draft = :id returning dataset_id),
     gone as (delete from grunnriss.draft where id = :id)
select s.id, s.layer, s.part from members m join grunnriss.dataset s on s.id = m.dataset_id order by s.id
