-- What a database holds is kept in a schema of its own, so that a suite's traces can be undone without a new database.
create schema kept;
create table kept.content (relation oid primary key, name text not null, row_count bigint not null, newest bigint not null);
create table kept.counter (name text primary key, last bigint);
create table kept.made (definitions text not null);

-- Everything that was defined by us or a suite; a changed function, constraint or column shows, a changed row does not.
create function kept.definitions() returns text language sql as $$
  select md5(string_agg(line, e'\n' order by line))
  from (
    select format('relation %s %s %s %s', oid, relname, relnatts, relacl) from pg_class
      where relnamespace in (select oid from pg_namespace where nspname !~ '^pg_' and nspname <> 'kept')
    union all select format('column %s %s %s %s %s %s', attrelid, attnum, attname, atttypid, attnotnull, attstorage)
      from pg_attribute where attrelid >= 16384 and attnum > 0
        and attrelid::regclass::text !~ '^(pg_|kept\.)'
    union all select format('%s %s %s', 'function', oid, xmin) from pg_proc where oid >= 16384
    union all select format('%s %s %s', 'constraint', oid, xmin) from pg_constraint where oid >= 16384
    union all select format('%s %s %s', 'trigger', oid, xmin) from pg_trigger
    union all select format('%s %s %s', 'rule', oid, xmin) from pg_rewrite where oid >= 16384
    union all select format('%s %s %s', 'schema', oid, xmin) from pg_namespace where nspname !~ '^pg_(toast_)?temp_'
    union all select format('%s %s %s', 'extension', oid, xmin) from pg_extension
    union all select format('%s %s %s', 'database', oid, datname) from pg_database
    union all select format('%s %s %s', 'role', oid, xmin) from pg_authid
    union all select format('%s %s %s', 'setting', setdatabase, setconfig) from pg_db_role_setting
    union all select format('%s %s', 'reference systems', count(*)) from public.spatial_ref_sys
  ) as defined(line)
$$;

-- How many rows a table has, and the newest transaction that wrote one of them: every change shows in one of the two.
create function kept.state(relation regclass, out row_count bigint, out newest bigint) language plpgsql as $$
begin
  execute format('select count(*), coalesce(max(xmin::text::bigint), 0) from %s', relation) into row_count, newest;
end $$;

create function kept.copy(source regclass, target regclass) returns void language plpgsql as $$
begin
  execute (
    select format('insert into %s (%s) overriding system value select %2$s from %s', target, string_agg(quote_ident(attname), ', '), source)
    from pg_attribute
    where attrelid = target and attnum > 0 and not attisdropped and attgenerated = ''
  );
end $$;

create function kept.keep() returns void language plpgsql as $$
declare
  each record;
begin
  for each in select oid::regclass as relation, relname from pg_class
    where relkind = 'r' and relnamespace = 'grunnriss'::regnamespace loop
    execute format('create table kept.%I as table %s', 'copy_' || each.relname, each.relation);
    insert into kept.content select each.relation, 'kept.' || quote_ident('copy_' || each.relname), s.* from kept.state(each.relation) s;
  end loop;
  insert into kept.counter
    select format('%I.%I', schemaname, sequencename), last_value from pg_sequences where schemaname = 'grunnriss';
  insert into kept.made values (kept.definitions());
end $$;

-- Put everything back. False when that cannot be done: a suite has changed what is defined.
create function kept.restore() returns boolean language plpgsql as $$
declare
  each record;
  changed record;
begin
  -- Tables and views of the suite.
  for each in select relname, case relkind when 'v' then 'view' else 'table' end as kind from pg_class c
    where relkind in ('r', 'v') and relnamespace = 'public'::regnamespace
      and not exists (select from pg_depend where objid = c.oid and deptype = 'e') loop
    execute format('drop %s if exists public.%I cascade', each.kind, each.relname);
  end loop;
  if kept.definitions() <> (select definitions from kept.made) then return false; end if;
  -- Rows come and go without their triggers and foreign keys.
  set local session_replication_role = replica;
  select array_agg(relation) as relations, string_agg(relation::regclass::text, ', ') as names into changed
  from kept.content c, kept.state(c.relation) s
  where (s.row_count, s.newest) <> (c.row_count, c.newest);
  if changed.relations is not null then
    execute format('truncate %s cascade', changed.names);
    for each in select relation, name from kept.content
      where row_count > 0 and (kept.state(relation)).row_count = 0 loop
      perform kept.copy(each.name::regclass, each.relation::regclass);
      update kept.content set newest = (kept.state(relation)).newest where relation = each.relation;
    end loop;
  end if;
  perform setval(name::regclass, coalesce(last, 1), last is not null) from kept.counter;
  delete from pg_statistic where starelid in (select relation from kept.content);
  return true;
end $$;

select kept.keep();
