/**
 * Datasets of the catalogue to the database, all or nothing: everything is checked and written to a file of its own,
 * which takes the place of the database only when the last row is in.
 */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as z from 'zod'
import type { DatasetDefinition } from '#geodata/contract/dataset.ts'
import { Geometry } from '#geodata/contract/geo.ts'
import { DATASETS, TILESETS } from '#geodata/datasets/catalogue.ts'
import { openStorage } from '#server/storage/open-storage.ts'
import type { Feature } from '#server/storage/storage.ts'
