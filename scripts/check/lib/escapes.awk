# Ways around the compiler's safety: `try!`, `as!`, forced unwrapping, `fatalError`, an empty
# `catch`, a `try?` that drops the reason. `// reason: …` on the line or alone on the line before
# allows the last two.

{
  text = code($0)
  isExplained = comment ~ /reason: ./ || (previousIsComment && previousComment ~ /reason: ./)
  if (text ~ /(^|[^A-Za-z0-9_])try!/) report("try!: handle the error")
  else if (text ~ /(^|[^A-Za-z0-9_])as!/) report("as!: use as? and handle nil")
  else if (text ~ /[A-Za-z0-9_)\]}>"]!([^=]|$)/) report("forced unwrapping: use guard let")
  if (text ~ /(^|[^A-Za-z0-9_.])fatalError\(/) report("fatalError: use precondition for a programmer's error")
  if (text ~ /(^|[^A-Za-z0-9_])try\?/ && !isExplained) report("try? drops the reason of a failure; add // reason: …")
  if (text ~ /(^|[^A-Za-z0-9_])catch([^A-Za-z0-9_{][^{]*)?\{ *\}/ && !isExplained) report("empty catch")
  if (afterCatch && text ~ /^ *\}/ && !catchIsExplained) report("empty catch")
  if (text !~ /^ *$/) afterCatch = 0
  if (text ~ /(^|[^A-Za-z0-9_])catch([^A-Za-z0-9_{][^{]*)?\{ *$/) { afterCatch = 1; catchIsExplained = 0 }
  if (afterCatch && comment ~ /reason: ./) catchIsExplained = 1
  previousIsComment = text ~ /^ *$/; previousComment = comment
}

END { exit found > 0 }
