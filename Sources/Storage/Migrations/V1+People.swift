extension V1 {
  static let people = """
    CREATE TABLE employee(
      key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE CHECK (id <> ''), position INTEGER UNIQUE,
      name TEXT NOT NULL, site TEXT REFERENCES site, team TEXT NOT NULL,
      contract TEXT REFERENCES contract, hired TEXT CHECK (hired IS date(hired, '+0 days')),
      leaves TEXT CHECK (
        leaves IS date(leaves, '+0 days') AND leaves >= ifnull(hired, leaves)
      ),
      fullTimeEquivalent REAL NOT NULL CHECK (
        fullTimeEquivalent > 0 AND fullTimeEquivalent <= 1
      ),
      isPlaceholder INTEGER NOT NULL CHECK (isPlaceholder IN (0, 1)), erasedAt INTEGER,
      CHECK (
        position IS NULL
        OR (site IS NOT NULL AND contract IS NOT NULL AND erasedAt IS NULL)
      )
    ) STRICT;
    CREATE TABLE skillGrant(
      position INTEGER PRIMARY KEY, employee INTEGER NOT NULL REFERENCES employee,
      skill TEXT NOT NULL REFERENCES skill,
      fromDate TEXT CHECK (fromDate IS date(fromDate, '+0 days')),
      untilDate TEXT CHECK (
        untilDate IS date(untilDate, '+0 days') AND untilDate >= ifnull(fromDate, untilDate)
      ),
      level TEXT
    ) STRICT;
    """

  static let wishes = """
    CREATE TABLE availability(
      position INTEGER PRIMARY KEY, employee INTEGER NOT NULL REFERENCES employee,
      day TEXT NOT NULL, fromTime TEXT, untilTime TEXT,
      CHECK ((fromTime IS NULL) = (untilTime IS NULL))
    ) STRICT;
    CREATE TABLE preference(
      position INTEGER PRIMARY KEY, employee INTEGER NOT NULL REFERENCES employee,
      day TEXT NOT NULL, wish TEXT NOT NULL CHECK (wish IN ('start', 'day_off')),
      fromTime TEXT, untilTime TEXT, weight REAL NOT NULL CHECK (weight > 0),
      CHECK ((fromTime IS NULL) = (wish = 'day_off')),
      CHECK ((untilTime IS NULL) = (wish = 'day_off'))
    ) STRICT;
    """

  static let timeOff = """
    CREATE TABLE timeOff(
      key INTEGER PRIMARY KEY, employee INTEGER NOT NULL REFERENCES employee,
      fromLocal TEXT NOT NULL, untilLocal TEXT NOT NULL CHECK (untilLocal > fromLocal),
      kind TEXT NOT NULL, days INTEGER NOT NULL CHECK (days >= 0),
      state TEXT NOT NULL CHECK (state IN ('requested', 'granted', 'refused')),
      decidedBy TEXT, answer TEXT, CHECK ((state = 'requested') = (decidedBy IS NULL))
    ) STRICT;
    CREATE TABLE absence(
      position INTEGER PRIMARY KEY, employee INTEGER NOT NULL REFERENCES employee,
      fromLocal TEXT NOT NULL, untilLocal TEXT NOT NULL CHECK (untilLocal > fromLocal),
      kind TEXT NOT NULL, timeOff INTEGER UNIQUE REFERENCES timeOff
    ) STRICT;
    """

  static let past = """
    CREATE TABLE pastDuty(
      position INTEGER PRIMARY KEY, employee INTEGER NOT NULL REFERENCES employee,
      startLocal TEXT NOT NULL, endLocal TEXT NOT NULL CHECK (endLocal > startLocal)
    ) STRICT;
    CREATE TABLE allowance(
      position INTEGER PRIMARY KEY, employee INTEGER NOT NULL REFERENCES employee,
      year INTEGER NOT NULL CHECK (year BETWEEN 1970 AND 2100),
      days REAL NOT NULL CHECK (days >= 0), UNIQUE (employee, year)
    ) STRICT;
    CREATE INDEX skillGrantEmployee ON skillGrant(employee);
    CREATE INDEX availabilityEmployee ON availability(employee);
    CREATE INDEX preferenceEmployee ON preference(employee);
    CREATE INDEX timeOffEmployee ON timeOff(employee);
    CREATE INDEX absenceEmployee ON absence(employee);
    CREATE INDEX pastDutyEmployee ON pastDuty(employee);
    """
}
