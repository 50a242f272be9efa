"""Papers drafted from data: read, taken along as Word or PDF, laid beside what the data says now."""
