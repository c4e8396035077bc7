-- A dataset that is being loaded: nobody sees it before it is complete and in an edition.
insert into grunnriss.dataset (layer, part, title, source_file, sha256, provider, licence, attribution, data_date,
                               source_crs, accuracy_m, example, run_key, coverage)
values (:layer, :part, :title, :source_file, :sha256, :provider, :licence, :attribution, :data_date,
        :source_crs, :accuracy_m, :example, :run_key,
        (select st_multi(st_collectionextract(st_makevalid(st_force2d(st_transform(
           st_setsrid(st_geomfromgeojson(:coverage::text), :srid::integer), grunnriss.analysis_srid()))), 3))))
returning id
