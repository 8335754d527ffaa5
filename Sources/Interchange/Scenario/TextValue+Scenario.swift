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
    words
  }
}

extension TextValue where Value == Channel {
  static var channel: Self {
    let words = Channel.allCases.map(\.rawValue) + ["self_service"]
    return Self(
      accepted: Suggestion.listing(words),
      read: { Channel(rawValue: $0) },
      hint: { given in
        otherWords[given.lowercased().replacing("-", with: "_").replacing(" ", with: "_")]
          ?? Suggestion.nearest(to: given, among: words).map {
            "Did you mean '\($0)'? Write \(Suggestion.listing(words))."
          }
      }
    )
  }

  /// What people call channels, and the word for it.
  private static let otherWords: [String: String] = {
    let groups: [(words: [String], advice: String)] = [
      (
        [
          "email", "e_mail", "mail", "social", "social_media", "complaint", "complaints",
          "back_office", "backoffice", "letter", "letters", "ticket", "tickets",
        ],
        "E-mail, social media, complaints and back office have until a due time: write deferred."
      ),
      (
        ["call", "calls", "voice", "callback", "telephone", "inbound"],
        "Calls are answered at once, callbacks too: write phone."
      ),
      (
        ["message", "messages", "messaging", "messenger", "whatsapp", "sms"],
        "One person has several such conversations at once: write chat."
      ),
      (
        ["bot", "chatbot", "voicebot", "ivr", "app", "portal", "website", "faq"],
        "Nobody answers there: write self_service."
      ),
    ]
    let pairs = groups.flatMap { group in group.words.map { ($0, group.advice) } }
    return Dictionary(pairs) { first, _ in first }
  }()
}

extension TextValue where Value == DueHours {
  static var dueHours: Self {
    word(["service", "clock"]) { DueHours(rawValue: $0) }
  }
}

extension TextValue where Value == Int {
  /// Who goes first.
  static var priority: Self { wholeNumber(-1000...1000) }
}

extension TextValue where Value == Duration {
  /// Until an item is due: `1h`, `90min`.
  static var due: Self {
    withUnit(from: .minutes(1), to: .hours(2000), "a duration from one minute to 2000 hours")
  }

  /// Seconds, which may be none.
  static var secondsOrNone: Self {
    let seconds = Self.seconds
    return Self(
      accepted: "a number of seconds, 0 to 1000000",
      read: { $0 == "0" ? .zero : seconds.read($0) },
      hint: seconds.hint
    )
  }
}

extension TextValue where Value == RecordedContacts {
  static var records: Self {
    words
  }
}

extension TextValue where Value == CoverBasis {
  static var cover: Self {
    words
  }
}

extension TextValue where Value == ContactRecord.Outcome {
  static var outcome: Self {
    words
  }
}

extension TextValue where Value == BreakTemplate.Kind {
  static var breakKind: Self {
    words
  }
}

extension TextValue where Value == CalendarEntry.Kind {
  static var calendarKind: Self {
    words
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
