-- Nothing happens where it is there already.
create extension if not exists postgis
