/** Why a database could not be opened: one class a reason, each message says what to do. */

export abstract class StorageError extends Error {
  readonly location: string

  constructor(location: string, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = new.target.name
    this.location = location
  }
}

export class StorageFolderMissingError extends StorageError {
  constructor(location: string, folder: string) {
    super(location, `the folder ${folder} for the database does not exist: create it or choose another database path`)
  }
}

export class StorageMissingError extends StorageError {
  constructor(location: string) {
    super(location, `there is no database at ${location}: load the datasets first (npm run data:load)`)
  }
}

export class StorageReadOnlyError extends StorageError {
  constructor(location: string, cause?: unknown) {
    super(
      location,
      `the database ${location} may not be written: check the permissions of the file and its folder`,
      cause,
    )
  }
}

export class StorageDamagedError extends StorageError {
  constructor(location: string, cause?: unknown) {
    super(
      location,
      `${location} is damaged or is not a database of this program: move it away and load it again`,
      cause,
    )
  }
}

export class StorageTooNewError extends StorageError {
  constructor(location: string, found: number, known: number) {
    super(
      location,
      `the database ${location} has schema version ${found}, this program knows ${known}: update the program or load the database again`,
    )
  }
}

export class StorageBusyError extends StorageError {
  constructor(location: string, cause?: unknown) {
    super(location, `another process is writing to ${location}: wait for it or stop it`, cause)
  }
}

/** A filter that asks more work than one reader may have; the question must change, not the time. */
export class QuestionTooDearError extends Error {
  constructor() {
    super('This filter takes too much work over so many features: narrow it by a box, or ask fewer or smaller shapes.')
    this.name = 'QuestionTooDearError'
  }
}
