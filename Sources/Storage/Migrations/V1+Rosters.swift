extension V1 {
  static let rosters = """
    CREATE TABLE run(
      key INTEGER PRIMARY KEY, week TEXT NOT NULL,
      recordHash BLOB NOT NULL UNIQUE CHECK (length(recordHash) = 32),
      program TEXT NOT NULL, publishedAt INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE rosterVersion(
      key INTEGER PRIMARY KEY, week TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0), run INTEGER NOT NULL REFERENCES run,
      state TEXT NOT NULL CHECK (state IN ('published', 'superseded', 'withdrawn')),
      reason TEXT, entry INTEGER NOT NULL REFERENCES audit, UNIQUE (week, version)
    ) STRICT;
    CREATE UNIQUE INDEX publishedRoster ON rosterVersion(week) WHERE state = 'published';
    CREATE INDEX rosterVersionEntry ON rosterVersion(entry);
    CREATE TABLE rosterSegment(
      version INTEGER NOT NULL REFERENCES rosterVersion,
      employee INTEGER NOT NULL REFERENCES employee,
      shift INTEGER NOT NULL, segment INTEGER NOT NULL,
      date TEXT NOT NULL CHECK (date IS date(date, '+0 days')),
      kind TEXT NOT NULL CHECK (kind IN ('work', 'break', 'lunch', 'training')),
      start INTEGER NOT NULL, "end" INTEGER NOT NULL, served TEXT NOT NULL,
      CHECK ("end" > start), PRIMARY KEY (version, employee, shift, segment)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX rosterSegmentEmployee ON rosterSegment(employee);
    """
}
