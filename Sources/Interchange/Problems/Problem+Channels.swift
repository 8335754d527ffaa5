import Workforce

extension Problem {
  static func misplacedKey(
    _ key: String,
    _ subject: String,
    _ channel: String,
    _ channels: [String]
  ) -> Problem {
    let what = "\(key) of \(subject) does not go with channel: \(channel)."
    switch (key, channel) {
    case ("patience_seconds", "deferred"):
      return Problem(what, "Deferred work does not leave: leave the key out, and give due.")
    case ("concurrency", "deferred"):
      return Problem(what, "One person does one item at a time: leave the key out.")
    case ("concurrency", "self_service"), ("skill", "self_service"), ("target", "self_service"):
      return Problem(
        what,
        "No people work there: leave the key out. Say what should be resolved by use_target."
      )
    case ("slowdown", "phone"):
      return Problem(what, "One person has one call at a time: leave it out, or channel: chat.")
    default:
      let places = Suggestion.listing(channels.map { "channel: \($0)" })
      return Problem(what, "It is a key of \(places). Leave it out, or change the channel.")
    }
  }

  static func deferredTarget(_ keys: [String], _ subject: String) -> Problem {
    Problem(
      "\(subject) has \(keys.joined(separator: ", ")), but nobody waits for deferred work.",
      "Write target: {share_in_time: 0.95}, the share done by the due time."
    )
  }

  static func segmentTwice(_ name: String, _ subject: String) -> Problem {
    Problem("a second segment of \(subject) is named '\(name)'.", "Rename one, or join them.")
  }

  static func shareSum(_ key: String, _ subject: String, _ sum: Double) -> Problem {
    Problem(
      "the shares in \(key) of \(subject) sum to \(Numbers.text((sum * 1e6).rounded() / 1e6)).",
      "They are parts of one whole: write shares that sum to 1 at most."
    )
  }

  static func followsOther(_ subject: String, _ before: QueueSettings) -> Problem {
    Problem(
      "\(subject) follows '\(before.name)', whose channel is \(before.channel.rawValue).",
      "Only deferred work is passed on: name a queue with channel: deferred."
    )
  }

  static func followsItself(_ subject: String, _ circle: [String]) -> Problem {
    Problem(
      circle.count == 2
        ? "\(subject) follows itself."
        : "\(subject) follows itself: \(circle.joined(separator: " follows ")).",
      "Leave follows out where customers write, and name an earlier stage elsewhere."
    )
  }

  static func dueTooEarly(
    _ subject: String,
    _ queue: QueueSettings,
    _ before: QueueSettings
  ) -> Problem {
    Problem(
      "due of \(subject) is \(hours(queue)), but that of '\(before.name)', which it follows, is "
        + "\(hours(before)).",
      "Due times count from the first receipt: write a later one."
    )
  }

  private static func hours(_ queue: QueueSettings) -> String {
    Numbers.text(queue.target.threshold.inHours) + "h"
  }

  static let onlySelfService = Problem(
    "all queues have channel: self_service, so there is nobody to plan.",
    "Add a queue that people answer."
  )

  static func levelTwice(_ name: String) -> Problem {
    Problem("a second level is named '\(name)'.", "Rename one.")
  }

  static func fallingTenure(_ months: Int, _ before: Int) -> Problem {
    Problem(
      "below_months is \(months) after \(before).",
      "Order the stretches by rising months: the first that holds counts."
    )
  }

  /// A level that no setting explains.
  static func unknownLevel(_ name: String, _ known: [String]) -> Problem {
    guard !known.isEmpty else {
      return Problem(
        "level is '\(name)', but scenario.yaml names no levels.",
        "Write proficiency: {levels: [{name: \(name), factor: 1.1}]} there, or leave it empty."
      )
    }
    return .unknown("level", name, known)
  }

  /// Calls that only people for chats could answer.
  static func onlyChatServers(_ queue: String, skill: String, _ chats: [String]) -> Problem {
    let names = chats.map { "'\($0)'" }.joined(separator: ", ")
    return Problem(
      "nobody has the skill '\(skill)', so the target of queue '\(queue)' cannot be met: all people "
        + "hold only skills of chat queues (\(names)).",
      "Chats beside each other are no calls: give the skill to someone in \(SkillsFile.name)."
    )
  }
}
