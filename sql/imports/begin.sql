-- A dataset that is being loaded: nobody sees it before it is complete and in an edition.
insert into grunnriss.dataset (layer, part, title, source_file, sha256, provider, licence, attribution, data_date,
                               source_crs, accuracy_m, example, run_key)
values (:layer, :part, :title, :source_file, :sha256, :provider, :licence, :attribution, :data_date,
        :source_crs, :accuracy_m, :example, :run_key)
returning id
