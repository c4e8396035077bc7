select to_regclass('grunnriss.migration') is not null as found
