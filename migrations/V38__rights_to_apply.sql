-- Whoever may ask for a cycle may say which plan it is to carry out; the bot only reads that.
grant insert on evenkeel.plan_request to evenkeel_operator;
revoke insert, update on evenkeel.plan_request from evenkeel_bot;
