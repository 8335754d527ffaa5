# Swift source without its comments and the text of its strings, line by line.
#
# Call code(line) once per line, in order; it returns the line's code, and leaves the text of its
# `//` comment in `comment`. A string keeps its quotes; code inside an interpolation is kept.
# State carries over lines for block comments and multi-line strings; a new file starts afresh.

function code(line,    out, i, c, rest, top) {
  if (FNR == 1) { level = 0; kind[0] = "code"; block = 0 }
  comment = ""; out = ""; i = 1
  while (i <= length(line)) {
    c = substr(line, i, 1); rest = substr(line, i); top = kind[level]
    if (block > 0) { i += insideBlock(rest); continue }
    if (top == "string") { i += insideString(rest); out = out emitted; continue }
    if (substr(rest, 1, 2) == "//") { comment = rest; break }
    if (substr(rest, 1, 2) == "/*") { block = 1; i += 2; continue }
    if (match(rest, /^#*"/)) { i += openString(rest, RLENGTH - 1); out = out "\""; continue }
    if (level > 0) countParentheses(c)
    out = out c; i++
  }
  if (kind[level] == "string" && !isMultiline[level]) level = 0
  return out
}

function insideBlock(rest) {
  if (substr(rest, 1, 2) == "*/") { block--; return 2 }
  if (substr(rest, 1, 2) == "/*") { block++; return 2 }
  return 1
}

function openString(rest, hashes) {
  level++
  kind[level] = "string"
  marks[level] = substr(rest, 1, hashes)
  isMultiline[level] = substr(rest, hashes + 1, 3) == "\"\"\""
  ending[level] = (isMultiline[level] ? "\"\"\"" : "\"") marks[level]
  return hashes + (isMultiline[level] ? 3 : 1)
}

function insideString(rest,    escape) {
  escape = "\\" marks[level]; emitted = ""
  if (substr(rest, 1, length(ending[level])) == ending[level]) {
    emitted = "\""
    return length(ending[level--])
  }
  if (substr(rest, 1, length(escape)) != escape) return 1
  if (substr(rest, length(escape) + 1, 1) != "(") return length(escape) + 1
  level++
  kind[level] = "code"; open[level] = 1; emitted = "("
  return length(escape) + 1
}

function countParentheses(c) {
  if (c == "(") open[level]++
  if (c == ")" && --open[level] == 0) level--
}

# Prints one finding and makes the run fail.
function report(text) {
  printf "%s:%d: %s\n", FILENAME, FNR, text
  found++
}
