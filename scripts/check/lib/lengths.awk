# Functions, initializers and computed properties whose body is longer than `limit` lines.
# Protocol requirements have no body: the next declaration or closing brace ends the wait for one.

FNR == 1 { depth = 0; parens = 0; bodies = 0; waiting = "" }

{
  text = code($0)
  previous = ""
  for (i = 1; i <= length(text); i++) {
    c = substr(text, i, 1)
    if (c ~ /[A-Za-z_]/) {
      match(substr(text, i), /^[A-Za-z0-9_]+/); size = RLENGTH
      word(substr(text, i, size), substr(text, i + size))
      i += size - 1; previous = "a"
    } else {
      if (c != " ") { mark(c); previous = c }
    }
  }
}

END { exit found > 0 }

function word(name, rest) {
  if (previous == ".") return
  if (name == "func" || name == "var" || name == "subscript") await(name, rest)
  if (name == "init" && rest ~ /^[(?<]/) await(name, "")
}

function await(name, rest) {
  match(rest, /[A-Za-z0-9_`][^(:<{]*/)
  waiting = name (rest == "" ? "" : " " substr(rest, RSTART, RLENGTH))
  waitingParens = parens
}

function mark(c) {
  if (c == "(" || c == "[") parens++
  if (c == ")" || c == "]") parens--
  if (c == "=" && waiting ~ /^var/ && parens == waitingParens) waiting = ""
  if (c == "{") { openBrace(); depth++ }
  if (c == "}") { depth--; if (parens == waitingParens) waiting = ""; closeBrace() }
}

function openBrace() {
  if (waiting == "" || parens != waitingParens) return
  bodies++
  bodyName[bodies] = waiting; bodyDepth[bodies] = depth; bodyStart[bodies] = FNR
  waiting = ""
}

function closeBrace(    lines) {
  if (bodies == 0 || bodyDepth[bodies] != depth) return
  lines = FNR - bodyStart[bodies] - 1
  if (lines > limit) {
    printf "%s:%d: %s has %d lines; the limit is %d\n", FILENAME, bodyStart[bodies], bodyName[bodies], lines, limit
    found++
  }
  bodies--
}
