-- What readers see from the end of this transaction on. No row: there is no such edition.
insert into grunnriss.current_edition (layer, number)
select layer, number from grunnriss.edition where layer = :layer and number = :number
on conflict (layer) do update set number = excluded.number
returning number
