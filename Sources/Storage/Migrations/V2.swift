/// The second schema: courses, classes, certificates and all other records of training as rows.
///
/// Every row says in `entry` which entry of the trail wrote it; `audit verify` finds rows of none.
enum V2 {
  static let statements = [
    classes, certificates, enrolments, results, performance, digest, indexes,
    TrainingTable.allCases.map(triggers).joined(),
  ]

  private static let classes = """
    CREATE TABLE course(
      key INTEGER PRIMARY KEY CHECK (key BETWEEN 0 AND 65535), entry INTEGER NOT NULL,
      name TEXT NOT NULL UNIQUE CHECK (name <> '')
    ) STRICT;
    CREATE TABLE classSession(
      key INTEGER PRIMARY KEY CHECK (key BETWEEN 0 AND 2147483647), entry INTEGER NOT NULL,
      id TEXT NOT NULL UNIQUE CHECK (id <> ''), course INTEGER NOT NULL REFERENCES course,
      startLocal TEXT NOT NULL, endLocal TEXT NOT NULL CHECK (endLocal > startLocal),
      room TEXT, site TEXT, seats INTEGER NOT NULL CHECK (seats > 0)
    ) STRICT;
    CREATE TABLE classPerson(
      key INTEGER PRIMARY KEY, entry INTEGER NOT NULL,
      session INTEGER NOT NULL REFERENCES classSession,
      employee INTEGER NOT NULL REFERENCES employee,
      role TEXT NOT NULL CHECK (role IN ('trainer', 'attendee')),
      UNIQUE (session, role, employee)
    ) STRICT;
    """

  private static let certificates = """
    CREATE TABLE certification(
      key INTEGER PRIMARY KEY, entry INTEGER NOT NULL,
      employee INTEGER NOT NULL REFERENCES employee, course INTEGER NOT NULL REFERENCES course,
      attained TEXT NOT NULL CHECK (attained IS date(attained, '+0 days')),
      fromLocal TEXT NOT NULL CHECK (fromLocal >= attained),
      lapsesLocal TEXT CHECK (lapsesLocal > fromLocal),
      reference TEXT NOT NULL UNIQUE CHECK (reference <> '')
    ) STRICT;
    CREATE TABLE revocation(
      key INTEGER PRIMARY KEY, entry INTEGER NOT NULL,
      employee INTEGER NOT NULL REFERENCES employee,
      certification INTEGER NOT NULL UNIQUE REFERENCES certification,
      reason TEXT NOT NULL CHECK (reason <> '')
    ) STRICT;
    """

  private static let enrolments = """
    CREATE TABLE enrolment(
      key INTEGER PRIMARY KEY, entry INTEGER NOT NULL,
      employee INTEGER NOT NULL REFERENCES employee, curriculum TEXT,
      course INTEGER REFERENCES course, session INTEGER REFERENCES classSession,
      cohort TEXT NOT NULL, fromDate TEXT NOT NULL CHECK (fromDate IS date(fromDate, '+0 days')),
      CHECK ((curriculum IS NULL) <> (course IS NULL)),
      CHECK (session IS NULL OR course IS NOT NULL)
    ) STRICT;
    CREATE TABLE mentoring(
      key INTEGER PRIMARY KEY, entry INTEGER NOT NULL,
      fromDate TEXT NOT NULL CHECK (fromDate IS date(fromDate, '+0 days')),
      untilDate TEXT NOT NULL CHECK (
        untilDate IS date(untilDate, '+0 days') AND untilDate >= fromDate
      )
    ) STRICT;
    CREATE TABLE mentoringPerson(
      key INTEGER PRIMARY KEY, entry INTEGER NOT NULL,
      mentoring INTEGER NOT NULL REFERENCES mentoring,
      employee INTEGER NOT NULL REFERENCES employee,
      role TEXT NOT NULL CHECK (role IN ('mentored', 'mentor')), UNIQUE (mentoring, role)
    ) STRICT;
    """

  private static let results = """
    CREATE TABLE attendance(
      key INTEGER PRIMARY KEY, entry INTEGER NOT NULL,
      employee INTEGER NOT NULL REFERENCES employee,
      session INTEGER NOT NULL REFERENCES classSession,
      minutes INTEGER NOT NULL CHECK (minutes >= 0),
      reference TEXT NOT NULL UNIQUE CHECK (reference <> '')
    ) STRICT;
    CREATE TABLE assessment(
      key INTEGER PRIMARY KEY, entry INTEGER NOT NULL,
      employee INTEGER NOT NULL REFERENCES employee, course INTEGER NOT NULL REFERENCES course,
      session INTEGER REFERENCES classSession, sat TEXT NOT NULL,
      attempt INTEGER NOT NULL CHECK (attempt BETWEEN 1 AND 1000),
      score REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
      passMark REAL NOT NULL CHECK (passMark BETWEEN 0 AND 1),
      examiner TEXT NOT NULL, evidence TEXT NOT NULL,
      source TEXT NOT NULL CHECK (source <> ''), reference TEXT NOT NULL CHECK (reference <> ''),
      corrects INTEGER REFERENCES assessment CHECK (corrects < key), reason TEXT,
      UNIQUE (source, reference), CHECK ((corrects IS NULL) = (reason IS NULL)),
      CHECK (reason <> '')
    ) STRICT;
    """

  private static let performance = """
    CREATE TABLE performance(
      key INTEGER PRIMARY KEY, entry INTEGER NOT NULL,
      employee INTEGER NOT NULL REFERENCES employee,
      date TEXT NOT NULL CHECK (date IS date(date, '+0 days')),
      measure TEXT NOT NULL CHECK (
        measure IN ('handle_time', 'satisfaction', 'complaint_rate', 'quality')
      ),
      cases REAL NOT NULL CHECK (cases > 0), mean REAL NOT NULL CHECK (mean >= 0),
      UNIQUE (employee, date, measure), CHECK (measure = 'handle_time' OR mean <= 1)
    ) STRICT;
    """

  private static let digest = """
    CREATE TABLE trainingDigest(
      employee INTEGER PRIMARY KEY REFERENCES employee,
      attempts BLOB NOT NULL CHECK (length(attempts) % 16 = 0),
      certificates BLOB NOT NULL CHECK (length(certificates) % 16 = 0)
    ) STRICT;
    """

  private static let indexes = """
    CREATE UNIQUE INDEX classTrainer ON classPerson(session) WHERE role = 'trainer';
    CREATE INDEX classSessionEntry ON classSession(entry);
    CREATE INDEX classPersonEmployee ON classPerson(employee, entry);
    CREATE INDEX certificationEmployee ON certification(employee, entry);
    CREATE INDEX revocationEmployee ON revocation(employee, entry);
    CREATE INDEX enrolmentEmployee ON enrolment(employee, entry);
    CREATE INDEX mentoringEntry ON mentoring(entry);
    CREATE INDEX mentoringPersonEmployee ON mentoringPerson(employee, entry);
    CREATE INDEX attendanceEmployee ON attendance(employee, entry);
    CREATE INDEX assessmentEmployee ON assessment(employee, entry);
    CREATE UNIQUE INDEX assessmentCorrects ON assessment(corrects) WHERE corrects IS NOT NULL;
    CREATE INDEX performanceEmployee ON performance(employee, entry);
    CREATE INDEX performanceMeasure ON performance(measure, date);
    """

  /// Rows are added and never changed; those of a person leave with the person.
  private static func triggers(_ table: TrainingTable) -> String {
    let name = table.rawValue
    let kept =
      table.isPersonal
      ? "\n  WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE employee = OLD.employee)" : ""
    return """
      CREATE TRIGGER \(name)Fixed BEFORE UPDATE ON \(name)
        BEGIN SELECT raise(ABORT, 'records of training are never changed'); END;
      CREATE TRIGGER \(name)Kept BEFORE DELETE ON \(name)\(kept)
        BEGIN SELECT raise(ABORT, 'records of training leave by erasing a person only'); END;

      """
  }
}
