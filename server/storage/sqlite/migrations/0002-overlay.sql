-- Each deposit joined to the nearest feature of each kind (see server/queries/refresh-overlay.ts), made again when either side changes.

CREATE TABLE overlay (
  kind TEXT NOT NULL,
  deposit TEXT NOT NULL,
  -- Where the deposit lay when its row was made.
  lon REAL NOT NULL, lat REAL NOT NULL,
  -- null where there is no feature of the kind.
  distance_km REAL,
  neighbour TEXT,
  PRIMARY KEY (deposit, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX overlay_kind ON overlay (kind, distance_km);

-- Versions of the datasets that the rows of a kind were made from.
CREATE TABLE overlay_source (
  kind TEXT PRIMARY KEY,
  sources TEXT NOT NULL,
  deposits TEXT NOT NULL
) STRICT, WITHOUT ROWID;
