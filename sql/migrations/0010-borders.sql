-- Borders of a coverage are simplified outside the database (services/imports/coverage): no working rows any more.
drop table grunnriss.arc, grunnriss.face;
drop function grunnriss.swept_area(geometry, geometry);
