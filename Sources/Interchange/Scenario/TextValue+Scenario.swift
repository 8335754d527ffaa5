import Foundation
import Workforce

extension TextValue where Value == Zone {
  static var zone: Self {
    Self(
      accepted: "a name of the tz database, such as Europe/London",
      read: { Zone(identifier: $0) },
      hint: { given in
        Suggestion.nearest(to: given, among: TimeZone.knownTimeZoneIdentifiers.sorted()).map {
          "Did you mean '\($0)'? Write a name of the tz database."
        }
      }
    )
  }
}

extension TextValue where Value == ForecastMethod {
  static var method: Self {
    word(ForecastMethod.allCases.map(\.rawValue)) { ForecastMethod(rawValue: $0) }
  }
}

extension TextValue where Value == Channel {
  static var channel: Self {
    word(["phone", "chat"]) { Channel(rawValue: $0) }
  }
}

extension TextValue where Value == RecordedContacts {
  static var records: Self {
    word(RecordedContacts.allCases.map(\.rawValue)) { RecordedContacts(rawValue: $0) }
  }
}

extension TextValue where Value == CoverBasis {
  static var cover: Self {
    word(CoverBasis.allCases.map(\.rawValue)) { CoverBasis(rawValue: $0) }
  }
}

extension TextValue where Value == ContactRecord.Outcome {
  static var outcome: Self {
    word(ContactRecord.Outcome.allCases.map(\.rawValue)) { ContactRecord.Outcome(rawValue: $0) }
  }
}

extension TextValue where Value == BreakTemplate.Kind {
  static var breakKind: Self {
    word(BreakTemplate.Kind.allCases.map(\.rawValue)) { BreakTemplate.Kind(rawValue: $0) }
  }
}

extension TextValue where Value == CalendarEntry.Kind {
  static var calendarKind: Self {
    word(CalendarEntry.Kind.allCases.map(\.rawValue)) { CalendarEntry.Kind(rawValue: $0) }
  }
}

extension TextValue where Value == Duration? {
  /// Hours, or `none` for no limit.
  static var hoursOrNone: Self {
    let hours = TextValue<Duration>.hours
    return Self(accepted: "\(hours.accepted), or none") { text in
      text == "none" ? .some(nil) : hours.read(text).map { $0 }
    }
  }
}
