// link tests
