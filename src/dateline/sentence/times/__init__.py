"""Time expressions: found and understood without a date to hold on to, then resolved against one."""
