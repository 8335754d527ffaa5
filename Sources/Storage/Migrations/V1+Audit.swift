extension V1 {
  static let audit = """
    CREATE TABLE audit(
      number INTEGER PRIMARY KEY CHECK (number > 0), at INTEGER NOT NULL, actor TEXT NOT NULL,
      action TEXT NOT NULL, detail TEXT NOT NULL CHECK (detail <> ''),
      partsHash BLOB NOT NULL CHECK (length(partsHash) = 32),
      previous BLOB NOT NULL UNIQUE CHECK (length(previous) = 32),
      hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32)
    ) STRICT;
    CREATE TABLE auditPart(
      entry INTEGER NOT NULL REFERENCES audit, part INTEGER NOT NULL CHECK (part > 0),
      hash BLOB NOT NULL CHECK (length(hash) = 32), PRIMARY KEY (entry, part)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE auditPayload(
      entry INTEGER NOT NULL, part INTEGER NOT NULL, employee INTEGER REFERENCES employee,
      source TEXT NOT NULL, salt BLOB NOT NULL CHECK (length(salt) = 32), payload BLOB,
      PRIMARY KEY (entry, part), FOREIGN KEY (entry, part) REFERENCES auditPart
    ) STRICT;
    CREATE INDEX auditPayloadEmployee ON auditPayload(employee, source, entry);
    CREATE TABLE erasing(employee INTEGER PRIMARY KEY REFERENCES employee) STRICT;
    """

  static let auditTriggers = """
    CREATE TRIGGER auditKept BEFORE DELETE ON audit
      BEGIN SELECT raise(ABORT, 'audit entries are never deleted'); END;
    CREATE TRIGGER auditFixed BEFORE UPDATE ON audit
      BEGIN SELECT raise(ABORT, 'audit entries are never changed'); END;
    CREATE TRIGGER auditPartKept BEFORE DELETE ON auditPart
      BEGIN SELECT raise(ABORT, 'audit parts are never deleted'); END;
    CREATE TRIGGER auditPartFixed BEFORE UPDATE ON auditPart
      BEGIN SELECT raise(ABORT, 'audit parts are never changed'); END;
    CREATE TRIGGER auditPayloadFixed BEFORE UPDATE ON auditPayload
      BEGIN SELECT raise(ABORT, 'audit payloads are never changed'); END;
    CREATE TRIGGER auditPayloadKept BEFORE DELETE ON auditPayload
      WHEN OLD.employee IS NULL
        OR NOT EXISTS (SELECT 1 FROM erasing WHERE employee = OLD.employee)
      BEGIN SELECT raise(ABORT, 'payloads leave by erasing a person only'); END;
    CREATE TRIGGER rosterSegmentFixed BEFORE UPDATE ON rosterSegment
      BEGIN SELECT raise(ABORT, 'published rosters are never changed'); END;
    CREATE TRIGGER rosterSegmentKept BEFORE DELETE ON rosterSegment
      WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE employee = OLD.employee)
      BEGIN SELECT raise(ABORT, 'published rosters leave by erasing a person only'); END;
    """
}
