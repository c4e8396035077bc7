-- Tables of layers and their columns.
select table_name::text, column_name::text
from information_schema.columns
where table_schema = 'grunnriss' and table_name like 'layer\_%'
