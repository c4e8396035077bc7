-- Nothing is cut by a division before :division any more. Waits for those that cut; then their pieces can go.
delete from grunnriss.cut where division < :division::integer
