# Loops over a Dictionary or Set, whose order changes from run to run. Files come in twice: the first
# pass (`pass=1`) learns which names are declared as one, the second (`pass=2`) looks at their use: in the
# same file for the names themselves, in the same module for their `.keys` and `.values`.
# `.sorted`, a question whose answer has no order (count, contains, max …) or a trailing `// order: …`
# comment with the reason allows a line.

FNR == 1 { split(FILENAME, folders, "/"); module = folders[2] }

{
  text = code($0)
  if (text ~ /\.sorted[( {]/) next
  if (pass == 1) { learn(text); learnLists(text) }
  else if (comment !~ /order: ./) judge(text)
}

END { exit found > 0 }

function learn(text,    name) {
  while (match(text, /[A-Za-z_][A-Za-z0-9_]* *(: *(inout +)?(\[[^\[\]:(]+: |Set<|Dictionary<)|= *(\[[^\[\]:(]+: [^\]]*\]\(|Set[<(]|Dictionary[<(]))/)) {
    name = substr(text, RSTART, RLENGTH)
    sub(/[ :=].*/, "", name)
    unordered[FILENAME, name] = 1
    unordered[module, name] = 1
    text = substr(text, RSTART + RLENGTH)
  }
}

# The same name for a list elsewhere in the file leaves no way to tell which one a line means.
function learnLists(text,    name) {
  while (match(text, /[A-Za-z_][A-Za-z0-9_]*: *(inout +)?\[[A-Za-z_.]+\]/)) {
    name = substr(text, RSTART, RLENGTH)
    sub(/[ :].*/, "", name)
    list[FILENAME, name] = 1
    text = substr(text, RSTART + RLENGTH)
  }
}

function isUnordered(name) {
  return ((FILENAME, name) in unordered) && !((FILENAME, name) in list)
}

function judge(text,    name, use, before) {
  if (text ~ /(^|[^A-Za-z0-9_])for / && match(text, /(^|[^A-Za-z0-9_])in +(self\.)?[A-Za-z_][A-Za-z0-9_]*( *\{| +where|$)/)) {
    name = substr(text, RSTART, RLENGTH)
    sub(/^[^A-Za-z0-9_]*in +(self\.)?/, "", name); sub(/[^A-Za-z0-9_].*$/, "", name)
    if (isUnordered(name)) report("loop over '" name "', which has no order: sort it, or add // order: …")
  }
  before = ""
  while (match(text, /[A-Za-z_][A-Za-z0-9_]*(\.(keys|values))?(\.[A-Za-z]+|[^A-Za-z0-9_.]|$)/)) {
    use = substr(text, RSTART, RLENGTH)
    name = use; sub(/[^A-Za-z0-9_].*$/, "", name)
    before = before substr(text, 1, RSTART - 1)
    if (before !~ /\.$/ || before ~ /(^|[^A-Za-z0-9_])self\.$/) judgeUse(name, substr(use, length(name) + 1))
    before = before name
    text = substr(text, RSTART + length(name))
  }
}

function judgeUse(name, use) {
  if (use ~ /^\.(keys|values)/) {
    if ((module, name) in unordered && use !~ /\.(contains|count|isEmpty|max|min|allSatisfy)$/)
      report("keys or values of '" name "' have no order: sort them, or add // order: …")
  } else if (use ~ /^\.(map|flatMap|compactMap|reduce|joined|forEach|prefix|first|enumerated|reversed)$/) {
    if (isUnordered(name)) report("'" name "' has no order: sort it, or add // order: …")
  }
}
