select value::integer as srid from grunnriss.setting where name = 'analysis_srid'
