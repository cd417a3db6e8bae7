print("thuthu")
