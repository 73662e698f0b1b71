-- Datasets and their features, boxes for searching by place, deposits by facet, shapes cut for tiles, tiles, names.

CREATE TABLE dataset (
  number INTEGER PRIMARY KEY CHECK (number BETWEEN 1 AND 127),
  id TEXT NOT NULL UNIQUE,
  version TEXT NOT NULL,
  feature_count INTEGER NOT NULL,
  west REAL, south REAL, east REAL, north REAL
) STRICT;

CREATE TABLE feature (
  pk INTEGER PRIMARY KEY,
  dataset INTEGER NOT NULL REFERENCES dataset (number),
  id TEXT NOT NULL,
  -- Degrees × 10^7, rounded outward; null for records without a place.
  west INTEGER, south INTEGER, east INTEGER, north INTEGER,
  properties TEXT NOT NULL,
  geometry TEXT,
  UNIQUE (dataset, id)
) STRICT;

-- Degrees × 10^7. The dataset is a dimension of its own (number × 2^24), so that boxes of one dataset lie together.
CREATE VIRTUAL TABLE feature_box USING rtree_i32 (
  feature, west, east, south, north, dataset_low, dataset_high, +id
);
CREATE TRIGGER feature_gone AFTER DELETE ON feature BEGIN
  DELETE FROM feature_box WHERE feature = old.pk;
END;

CREATE TABLE deposit (
  feature INTEGER PRIMARY KEY REFERENCES feature (pk) ON DELETE CASCADE,
  id TEXT NOT NULL UNIQUE,
  name_en TEXT, name_ur TEXT, name_zh TEXT,
  lon REAL NOT NULL, lat REAL NOT NULL,
  quality TEXT NOT NULL,
  accuracy_km REAL NOT NULL,
  commodity_primary TEXT NOT NULL,
  -- Codes, comma-separated, the primary one first.
  commodities TEXT NOT NULL,
  deposit_type TEXT NOT NULL,
  status TEXT NOT NULL,
  province TEXT NOT NULL,
  district TEXT NOT NULL, district_name TEXT NOT NULL,
  operator TEXT, operator_slug TEXT,
  partner TEXT, partner_slug TEXT,
  has_resource INTEGER NOT NULL,
  resource_mt REAL, resource_year INTEGER, resource_category TEXT,
  confidence TEXT NOT NULL,
  part_of TEXT,
  importance INTEGER NOT NULL,
  -- Normalised name, for the order of lists.
  sort_name TEXT NOT NULL
) STRICT;
CREATE INDEX deposit_sort_name ON deposit (sort_name, id);
CREATE INDEX deposit_part_of ON deposit (part_of) WHERE part_of IS NOT NULL;

-- A feature as it is drawn over a span of zooms: int32 counts and world coordinates, see tile-shape-blob.ts.
CREATE TABLE tile_shape (
  pk INTEGER PRIMARY KEY,
  feature INTEGER NOT NULL REFERENCES feature (pk) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('point', 'line', 'area')),
  min_zoom INTEGER NOT NULL, max_zoom INTEGER NOT NULL,
  properties TEXT NOT NULL,
  parts BLOB NOT NULL
) STRICT;
CREATE INDEX tile_shape_feature ON tile_shape (feature);

-- World units; zooms × 2^25 and datasets × 2^24 to weigh about as much as a far place.
CREATE VIRTUAL TABLE tile_box USING rtree_i32 (
  shape, min_x, max_x, min_y, max_y, min_zoom, max_zoom, dataset_low, dataset_high
);
CREATE TRIGGER tile_shape_gone AFTER DELETE ON tile_shape BEGIN
  DELETE FROM tile_box WHERE shape = old.pk;
END;

-- Encoded and gzipped tiles of a dataset or of a composite of datasets; no bytes for an empty tile.
CREATE TABLE tile (
  tileset TEXT NOT NULL,
  z INTEGER NOT NULL,
  x INTEGER NOT NULL,
  y INTEGER NOT NULL,
  etag TEXT NOT NULL,
  gzip BLOB NOT NULL,
  PRIMARY KEY (tileset, z, x, y)
) STRICT;

CREATE TABLE raster_tileset (
  id TEXT PRIMARY KEY,
  version TEXT NOT NULL,
  min_zoom INTEGER NOT NULL,
  max_zoom INTEGER NOT NULL
) STRICT;

CREATE TABLE raster_tile (
  tileset TEXT NOT NULL,
  z INTEGER NOT NULL,
  x INTEGER NOT NULL,
  y INTEGER NOT NULL,
  etag TEXT NOT NULL,
  png BLOB NOT NULL,
  PRIMARY KEY (tileset, z, x, y)
) STRICT;

CREATE TABLE search_feature (
  feature INTEGER PRIMARY KEY REFERENCES feature (pk) ON DELETE CASCADE,
  name_en TEXT, name_ur TEXT, name_zh TEXT,
  kind TEXT,
  province TEXT,
  west REAL NOT NULL, south REAL NOT NULL, east REAL NOT NULL, north REAL NOT NULL,
  lon REAL NOT NULL, lat REAL NOT NULL,
  weight REAL NOT NULL
) STRICT;

CREATE TABLE search_name (
  pk INTEGER PRIMARY KEY,
  feature INTEGER NOT NULL REFERENCES search_feature (feature) ON DELETE CASCADE,
  name TEXT NOT NULL
) STRICT;
CREATE INDEX search_name_feature ON search_name (feature);

-- Grams of the normalised name, see geodata/search/grams.ts.
CREATE VIRTUAL TABLE search_gram USING fts5 (
  grams, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0 tokenchars '_'"
);
CREATE TRIGGER search_name_gone AFTER DELETE ON search_name BEGIN
  DELETE FROM search_gram WHERE rowid = old.pk;
END;

-- What the database was loaded from, to tell at a glance whether it is stale.
CREATE TABLE loaded_from (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  fingerprint TEXT NOT NULL
) STRICT;
