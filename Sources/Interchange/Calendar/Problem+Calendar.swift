import Workforce

extension Problem {
  static let missingCalendar = Problem(
    "the file is missing.",
    "Give the path of a calendar: a CSV file with date,kind,name,factor or an iCalendar file (.ics)."
  )

  static let notICalendar = Problem(
    "the file does not begin with BEGIN:VCALENDAR.",
    "Export the calendar as iCalendar (.ics) again, or write a calendar.csv."
  )

  static func noProperty(_ text: String) -> Problem {
    Problem(
      "'\(text.prefix(40))' is no property of the form NAME:value.",
      "Write one, or begin the line with a space if it continues the one before."
    )
  }

  static func openComponent(_ name: String) -> Problem {
    Problem(
      "BEGIN:\(name) has no END:\(name); the file may be cut off.",
      "Export the calendar again."
    )
  }

  static func wrongEnd(_ name: String, open: String?) -> Problem {
    Problem(
      "END:\(name) closes \(open.map { "BEGIN:\($0)" } ?? "nothing that is open").",
      open.map { "Write END:\($0) first." } ?? "Delete the line, or export the calendar again."
    )
  }

  static func calendarScale(_ scale: String) -> Problem {
    Problem("CALSCALE is '\(scale)'.", "Export the calendar in the Gregorian scale.")
  }

  static let noEvents = Problem(
    "the calendar has no events (VEVENT).",
    "Export it again if it should have some."
  )

  static let eventWithoutStart = Problem("the event has no DTSTART.", "Add the day it begins on.")

  static func eventTime(_ name: String, _ text: String) -> Problem {
    Problem(
      text.isEmpty ? "\(name) is empty." : "\(name) is '\(text)'.",
      "Write \(ICalendarTime.accepted)."
    )
  }

  static func eventDuration(_ text: String) -> Problem {
    Problem(
      "DURATION is '\(text)'.",
      "Write a length such as P1D (a day), P2W or, after a time, PT8H30M."
    )
  }

  static let eventMixedEnds = Problem(
    "one of DTSTART and DTEND is a date, the other a time.",
    "Write both as dates, or both as times."
  )

  static func eventEndsEarly(_ end: String, start: String) -> Problem {
    Problem(
      "DTEND is \(end) but DTSTART is \(start).",
      "Write an end after the start; the DTEND of whole days is the day after the last one."
    )
  }

  static func eventEmptyDay(_ end: String) -> Problem {
    Problem(
      "DTEND is \(end), the day of DTSTART; it is taken as one day.",
      "The DTEND of whole days is the day after the last one."
    )
  }

  static func eventTooLong(_ days: Int) -> Problem {
    Problem(
      "the event lasts \(days) days.",
      "Write an event of at most \(ICalendarDays.longest) days, or a rule that repeats it."
    )
  }

  static func eventUnsupported(_ name: String) -> Problem {
    Problem("\(name) is not read.", "List the days that are left out as EXDATE.")
  }

  static let eventTwoRules = Problem(
    "the event has a second RRULE.",
    "Write a second event for it."
  )

  static func eventZone(_ name: String) -> Problem {
    Problem(
      "TZID '\(name)' is no name of the tz database; its times are taken as local times.",
      "Nothing is wrong with that when the events are those of the scenario's place."
    )
  }

  static func eventsWithoutCategory(_ count: Int) -> Problem {
    let events = count == 1 ? "1 event has" : "\(count) events have"
    return Problem(
      "\(events) no CATEGORIES, the first here; taken as holiday: the center is open.",
      "Where it is closed, write CATEGORIES:closed into the event, or the day into calendar.csv."
    )
  }

  static func eventCategory(_ text: String) -> Problem {
    let kinds = Suggestion.listing(CalendarEntry.Kind.allCases.map(\.rawValue))
    return Problem(
      "the category '\(text)' is none of ours; taken as special, a day like its neighbors but less "
        + "sure.",
      "Write \(kinds) where one of these is meant."
    )
  }

  static func duplicateEvent(_ date: LocalDate, _ kind: String, line: Int) -> Problem {
    Problem(
      "\(date) is '\(kind)' a second time with another factor (the first event is in line \(line)).",
      "Delete one of the events, or give it another category."
    )
  }

  static func hiddenDays(_ count: Int) -> Problem {
    let days = count == 1 ? "1 day is" : "\(count) days are"
    return Problem(
      "\(days) also in calendar.csv with the same kind; calendar.csv counts.",
      "Nothing is to be done."
    )
  }
}
