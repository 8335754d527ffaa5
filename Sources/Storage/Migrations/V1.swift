/// The first schema: the center, its files, people, rosters, runs and the audit trail.
enum V1 {
  static let statements = [center, people, wishes, timeOff, past, rosters, audit, auditTriggers]

  private static let center = """
    CREATE TABLE center(
      one INTEGER PRIMARY KEY CHECK (one = 1), name TEXT NOT NULL, zone TEXT NOT NULL,
      mark BLOB NOT NULL CHECK (length(mark) = 32)
    ) STRICT;
    CREATE TABLE scenarioFile(
      key INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, bytes BLOB NOT NULL,
      rowsHash BLOB CHECK (length(rowsHash) = 32)
    ) STRICT;
    CREATE TABLE site(name TEXT PRIMARY KEY, zone TEXT NOT NULL) STRICT;
    CREATE TABLE contract(
      name TEXT PRIMARY KEY, wagePerHour REAL NOT NULL CHECK (wagePerHour >= 0),
      minimumMinutes INTEGER NOT NULL CHECK (minimumMinutes >= 0),
      maximumMinutes INTEGER NOT NULL CHECK (maximumMinutes >= minimumMinutes),
      minimumDays INTEGER NOT NULL CHECK (minimumDays BETWEEN 0 AND 7),
      maximumDays INTEGER NOT NULL CHECK (maximumDays BETWEEN minimumDays AND 7)
    ) STRICT;
    CREATE TABLE skill(name TEXT PRIMARY KEY CHECK (name <> '')) STRICT;
    """
}
