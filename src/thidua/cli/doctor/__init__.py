"""What `thidua doctor` looks at: each module a part of the installation, each check yields findings."""
