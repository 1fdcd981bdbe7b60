# Shared by the tests of the package: check() and sum_up().

passed=0
failed=0

# check NAME COMMAND...: the command has to succeed; what it says is shown when it does not.
check() {
    local name=$1 said
    shift
    if said=$("$@" 2>&1); then
        passed=$((passed + 1))
        echo "ok      $name"
    else
        failed=$((failed + 1))
        echo "FAILED  $name"
        tail -n 20 <<<"$said" | sed 's/^/        /'
    fi
}

sum_up() {
    echo "$passed passed, $failed failed"
    [[ $failed == 0 ]]
}
