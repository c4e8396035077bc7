insert into grunnriss.migration (number, name) values (:number, :name)
