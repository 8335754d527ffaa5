import Workforce

/// How to get the same plan again.
struct RepeatSection {
  var report: PlanReport

  var markup: Markup {
    let isRepeatable = report.outcome.stopReason == nil
    let lead: Markup =
      isRepeatable
      ? "The same inputs, options and seed give the same files, byte for byte."
      : "The run was ended before its work was done, so a second run may differ."
    let options = report.options.map { option -> [Markup] in
      ["\(option.name)", "\(option.value)"]
    }
    let list =
      options.isEmpty ? .none : table("Options", [.text("Option"), .text("Value")], options)
    return section(
      "repeat",
      "Repeat this run",
      lead: lead,
      [
        "<pre>\(command)</pre>", list,
        """
        \(published)<p class="note">The run folder holds a copy of the inputs in inputs/; run.json has \
        versions, hashes and timings.</p>
        """,
      ]
    )
  }

  private var published: Markup {
    report.revision == nil
      ? .none
      : """
      <p class="note">PUBLISHED is the run folder of the published roster; inputs/ has a copy of that \
      roster.</p>
      """
  }

  private var command: String {
    let options = report.options.map { option in
      option.value.isEmpty ? " --\(option.name)" : " --\(option.name) \(option.value)"
    }
    if report.revision != nil {
      return "shiftwright reoptimize PUBLISHED --changes inputs/changes.yaml" + options.joined()
        + " --out again"
    }
    return "shiftwright plan inputs --week \(report.week)" + options.joined() + " --out again"
  }
}
