import Workforce

extension CertificateFile {
  /// What a service level is, where all queues mean the same by it.
  static func definition(_ certificate: ServiceCertificate) -> String {
    let deferred = certificate.queues.count { $0.dueHours != nil }
    guard deferred == 0 else {
      return deferred == certificate.queues.count ? doneInTime : "see the target of each queue"
    }
    let first = certificate.queues.first?.target.definition ?? .offered
    guard certificate.queues.allSatisfy({ $0.target.definition == first }) else {
      return "see the target of each queue"
    }
    return switch first {
    case .offered: "contacts answered within the threshold ÷ contacts offered"
    case .offeredLessEarlyAbandons:
      "contacts answered within the threshold ÷ (contacts offered − left within the threshold)"
    case .answered: "contacts answered within the threshold ÷ contacts answered"
    }
  }

  /// What a share in time is of deferred work.
  private static let doneInTime =
    "items done by their due time ÷ (items done by their due time + late items)"

  /// What was promised; what was not is left out.
  static func target(_ queue: ServiceCertificate.Queue) -> JSONText {
    let target = queue.target
    if let hours = queue.dueHours {
      return .object([
        ("share_in_time", .number(target.serviceLevel.value)),
        ("due_seconds", .number(target.threshold.inSeconds)),
        ("hours", .string(hours.rawValue)),
        ("definition", .string(doneInTime)),
      ])
    }
    let optional: [(String, Double?)] = [
      ("speed_of_answer_seconds", target.averageSpeedOfAnswer?.inSeconds),
      ("maximum_abandonment", target.maximumAbandonment?.value),
      ("maximum_occupancy", target.maximumOccupancy?.value),
      ("interval_floor", target.intervalFloor?.value),
      ("minimum_agents", target.minimumAgents > 0 ? Double(target.minimumAgents) : nil),
    ]
    return .object(
      [
        ("service_level", .number(target.serviceLevel.value)),
        ("within_seconds", .number(target.threshold.inSeconds)),
        ("definition", .string(target.definition.rawValue)),
      ] + optional.compactMap { name, value in value.map { (name, .number($0)) } }
    )
  }

  /// What the promise of a queue rests on.
  static func assumptions(_ queue: ServiceCertificate.Queue) -> JSONText {
    let method = queue.forecastMethod
    let together: [(String, JSONText)] =
      queue.channel == .chat
      ? [("concurrency", .number(queue.concurrency)), ("slowdown", .number(queue.slowdown))] : []
    return .object(
      [
        ("forecast_method", method.map { .string($0.rawValue) } ?? .word("null")),
        ("forecast_in_words", method.map { .string($0.words) } ?? .word("null")),
        ("forecast_past_error", .optional(queue.pastError)),
        ("aht_seconds", .optional(queue.averageHandleTime?.inSeconds)),
        ("handle_time_variation", .number(queue.handleTimeVariation)),
        ("patience_seconds", .optional(queue.patience?.inSeconds)),
      ] + together + [("proficiency_factor", .optional(queue.proficiency))]
    )
  }
}
