import Workforce

/// The keys of `scenario.yaml`, in the order in which they are written.
enum ScenarioKeys {
  static let top = [
    "name", "synthetic", "time_zone", "interval_minutes", "roster_slot_minutes",
    "shift_start_minutes", "seed", "currency", "forecast", "shrinkage", "target_period",
    "proficiency", "queues", "sites", "shift_templates", "rules", "contracts", "shift_kinds",
    "weekend", "rule_sets", "labor_rules", "heads", "meetings", "on_call", "rotations", "costs",
  ]
  static let forecast = ["method", "hygiene"]
  static let hygiene = HygieneFault.allCases.filter(\.isSwitchable).map(\.rawValue)
  static let queue = [
    "name", "channel", "skill", "opening_hours", "target", "patience_seconds", "aht_seconds",
    "handle_time_variation", "concurrency", "slowdown", "due", "hours", "follows", "weight",
    "priority", "segments", "records", "abandonment", "like", "like_factor", "daily_arrivals",
    "containment", "spills", "spill_recorded", "use_target",
  ]
  /// Keys of queues that are not for every channel.
  static let channels: [(key: String, channels: [String])] = [
    ("skill", ["phone", "chat", "deferred"]),
    ("target", ["phone", "chat", "deferred"]),
    ("patience_seconds", ["phone", "chat"]),
    ("aht_seconds", ["phone", "chat", "deferred"]),
    ("handle_time_variation", ["phone", "chat", "deferred"]),
    ("concurrency", ["phone", "chat"]),
    ("slowdown", ["chat"]),
    ("due", ["deferred"]),
    ("hours", ["deferred"]),
    ("follows", ["deferred"]),
    ("weight", ["phone", "chat", "deferred"]),
    ("priority", ["phone", "chat", "deferred"]),
    ("segments", ["phone", "chat", "deferred"]),
    ("records", ["phone", "chat", "deferred"]),
    ("abandonment", ["phone", "chat"]),
    ("like", ["phone", "chat", "deferred"]),
    ("like_factor", ["phone", "chat", "deferred"]),
    ("containment", ["self_service"]),
    ("spills", ["self_service"]),
    ("spill_recorded", ["self_service"]),
    ("use_target", ["self_service"]),
  ]
  /// The keys that a queue of a channel may have; those of all where the channel is none.
  static func queue(of channel: String?) -> [String] {
    guard let channel, channels.contains(where: { $0.channels.contains(channel) }) else {
      return queue
    }
    return queue.filter { key in
      channels.first { $0.key == key }?.channels.contains(channel) ?? true
    }
  }

  static let segment = ["name", "share", "priority"]
  static let follows = ["queue", "share"]
  static let spill = ["queue", "share", "delay_seconds", "aht_factor"]
  static let proficiency = ["levels", "tenure"]
  static let level = ["name", "factor"]
  static let tenure = ["below_months", "factor"]
  static let deferredTarget = ["share_in_time"]
  /// Keys of targets of any channel.
  static let allTargets = target + deferredTarget
  static let target = [
    "service_level", "within_seconds", "definition", "speed_of_answer_seconds",
    "maximum_abandonment", "maximum_occupancy", "interval_floor", "minimum_agents",
  ]
  static let site = ["name", "overtime_budget_hours", "time_zone", "seats"]
  static let template = [
    "name", "length_minutes", "minimum_stretch_minutes", "maximum_stretch_minutes", "breaks",
  ]
  static let pause = ["kind", "minutes", "paid", "earliest_share", "latest_share"]
  static let rules = [
    "minimum_rest_hours", "maximum_consecutive_days", "maximum_start_change_hours",
  ]
  static let contract = [
    "name", "wage_per_hour", "weekly_hours", "days_per_week", "shift_templates", "shift_window",
    "rules",
  ]
  static let weeklyHours = ["minimum", "maximum", "overtime_after"]
  static let days = ["minimum", "maximum"]
  static let costs = [
    "cover", "understaffing", "overstaffing_per_hour", "overtime_premium",
    "start_preference_per_hour",
    "day_off_preference", "start_change_per_hour", "weekend_fairness",
    "maximum_pay", "overtime_steps", "fairness",
  ]
  static let tier = ["share", "cost_per_hour"]
}
